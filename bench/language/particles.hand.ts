class Vector {
  readonly x: number;
  readonly y: number;

  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }

  plus(other: Vector): Vector {
    return new Vector(this.x + other.x, this.y + other.y);
  }

  times(factor: number): Vector {
    return new Vector(this.x * factor, this.y * factor);
  }

  length_squared(): number {
    return this.x * this.x + this.y * this.y;
  }
}

class Particle {
  readonly name: string;
  position: Vector;
  velocity: Vector;
  hits = 0;
  readonly trail: Vector[] = [];

  constructor(name: string, position: Vector, velocity: Vector) {
    this.name = name;
    this.position = position;
    this.velocity = velocity;
  }
}

function step(particles: Particle[], dt: number): void {
  for (const particle of particles) {
    particle.position = particle.position.plus(particle.velocity.times(dt));
    if (particle.position.x < 0 || particle.position.x > 100) {
      particle.velocity = new Vector(-particle.velocity.x, particle.velocity.y);
      particle.hits++;
    }
    if (particle.position.y < 0 || particle.position.y > 100) {
      particle.velocity = new Vector(particle.velocity.x, -particle.velocity.y);
      particle.hits++;
    }
  }
}

const particles = Array.from(
  { length: 60 },
  (_, i) =>
    new Particle(`p${i}`, new Vector(i * 1.5, i * 0.5), new Vector(1 + (i % 5), 2.5 - (i % 3))),
);
for (let tick = 0; tick < 60000; tick++) {
  step(particles, 0.1);
  if (tick % 6000 === 0) for (const particle of particles) particle.trail.push(particle.position);
}
console.log(particles.reduce((sum, particle) => sum + particle.hits, 0));
let fastest = particles[0]!;
for (const particle of particles)
  if (particle.velocity.length_squared() > fastest.velocity.length_squared()) fastest = particle;
console.log(fastest.name, fastest.trail.length, fastest.hits);
console.log(particles.reduce((sum, particle) => sum + particle.position.x, 0).toFixed(6));
const [a, b] = [particles[7]!.trail[3]!, particles[8]!.trail[3]!];
console.log(a.x === b.x && a.y === b.y ? "True" : "False");
