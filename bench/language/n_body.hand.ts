const SOLAR_MASS = 4 * Math.PI * Math.PI;
const DAYS = 365.24;

class Body {
  x: number;
  y: number;
  z: number;
  vx: number;
  vy: number;
  vz: number;
  mass: number;

  constructor(x: number, y: number, z: number, vx: number, vy: number, vz: number, mass: number) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx * DAYS;
    this.vy = vy * DAYS;
    this.vz = vz * DAYS;
    this.mass = mass * SOLAR_MASS;
  }
}

function make_bodies(): Body[] {
  return [
    new Body(0, 0, 0, 0, 0, 0, 1),
    new Body(
      4.8414314424647209,
      -1.16032004402742839,
      -0.103622044471123109,
      0.00166007664274403694,
      0.00769901118419740425,
      -0.0000690460016972063023,
      0.000954791938424326609,
    ),
    new Body(
      8.34336671824457987,
      4.12479856412430479,
      -0.403523417114321381,
      -0.00276742510726411899,
      0.00499852801234917238,
      0.0000230417297573763929,
      0.000285885980666130812,
    ),
    new Body(
      12.894369562139131,
      -15.1111514016986312,
      -0.223307578892655734,
      0.00296460137564761618,
      0.0023784717395948095,
      -0.0000296589568540237556,
      0.0000436624404335156298,
    ),
    new Body(
      15.3796971148509165,
      -25.9193146099879641,
      0.179258772950371181,
      0.00268067772490389322,
      0.00162824170038242295,
      -0.000095159225451971587,
      0.0000515138902046611451,
    ),
  ];
}

function offset_momentum(bodies: Body[]): void {
  let [px, py, pz] = [0, 0, 0];
  for (const body of bodies) {
    px += body.vx * body.mass;
    py += body.vy * body.mass;
    pz += body.vz * body.mass;
  }
  const sun = bodies[0]!;
  sun.vx = -px / SOLAR_MASS;
  sun.vy = -py / SOLAR_MASS;
  sun.vz = -pz / SOLAR_MASS;
}

function energy(bodies: Body[]): number {
  let total = 0;
  for (let i = 0; i < bodies.length; i++) {
    const body = bodies[i]!;
    total += 0.5 * body.mass * (body.vx ** 2 + body.vy ** 2 + body.vz ** 2);
    for (let j = i + 1; j < bodies.length; j++) {
      const other = bodies[j]!;
      const dx = body.x - other.x;
      const dy = body.y - other.y;
      const dz = body.z - other.z;
      total -= (body.mass * other.mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return total;
}

function advance(bodies: Body[], dt: number): void {
  for (let i = 0; i < bodies.length; i++) {
    const body = bodies[i]!;
    for (let j = i + 1; j < bodies.length; j++) {
      const other = bodies[j]!;
      const dx = body.x - other.x;
      const dy = body.y - other.y;
      const dz = body.z - other.z;
      const distance = dx * dx + dy * dy + dz * dz;
      const magnitude = dt / (distance * Math.sqrt(distance));
      body.vx -= dx * other.mass * magnitude;
      body.vy -= dy * other.mass * magnitude;
      body.vz -= dz * other.mass * magnitude;
      other.vx += dx * body.mass * magnitude;
      other.vy += dy * body.mass * magnitude;
      other.vz += dz * body.mass * magnitude;
    }
  }
  for (const body of bodies) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}

const bodies = make_bodies();
offset_momentum(bodies);
console.log(energy(bodies).toFixed(9));
for (let step = 0; step < 120000; step++) advance(bodies, 0.01);
console.log(energy(bodies).toFixed(9));
