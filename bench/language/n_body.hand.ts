const SOLAR_MASS = 4 * Math.PI * Math.PI;
const DAYS = 365.24;

interface Body {
  x: number;
  y: number;
  z: number;
  vx: number;
  vy: number;
  vz: number;
  mass: number;
}

/** No class: its fields would begin as `undefined`, and V8 would box each number that is stored in them. */
function body(
  x: number,
  y: number,
  z: number,
  vx: number,
  vy: number,
  vz: number,
  mass: number,
): Body {
  return { x, y, z, vx: vx * DAYS, vy: vy * DAYS, vz: vz * DAYS, mass: mass * SOLAR_MASS };
}

function make_bodies(): Body[] {
  return [
    body(0, 0, 0, 0, 0, 0, 1),
    body(
      4.8414314424647209,
      -1.16032004402742839,
      -0.103622044471123109,
      0.00166007664274403694,
      0.00769901118419740425,
      -0.0000690460016972063023,
      0.000954791938424326609,
    ),
    body(
      8.34336671824457987,
      4.12479856412430479,
      -0.403523417114321381,
      -0.00276742510726411899,
      0.00499852801234917238,
      0.0000230417297573763929,
      0.000285885980666130812,
    ),
    body(
      12.894369562139131,
      -15.1111514016986312,
      -0.223307578892655734,
      0.00296460137564761618,
      0.0023784717395948095,
      -0.0000296589568540237556,
      0.0000436624404335156298,
    ),
    body(
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
  for (const one of bodies) {
    px += one.vx * one.mass;
    py += one.vy * one.mass;
    pz += one.vz * one.mass;
  }
  const sun = bodies[0]!;
  sun.vx = -px / SOLAR_MASS;
  sun.vy = -py / SOLAR_MASS;
  sun.vz = -pz / SOLAR_MASS;
}

function energy(bodies: Body[]): number {
  let total = 0;
  for (let i = 0; i < bodies.length; i++) {
    const one = bodies[i]!;
    total += 0.5 * one.mass * (one.vx ** 2 + one.vy ** 2 + one.vz ** 2);
    for (let j = i + 1; j < bodies.length; j++) {
      const other = bodies[j]!;
      const dx = one.x - other.x;
      const dy = one.y - other.y;
      const dz = one.z - other.z;
      total -= (one.mass * other.mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return total;
}

function advance(bodies: Body[], dt: number): void {
  for (let i = 0; i < bodies.length; i++) {
    const one = bodies[i]!;
    for (let j = i + 1; j < bodies.length; j++) {
      const other = bodies[j]!;
      const dx = one.x - other.x;
      const dy = one.y - other.y;
      const dz = one.z - other.z;
      const distance = dx * dx + dy * dy + dz * dz;
      const magnitude = dt / (distance * Math.sqrt(distance));
      one.vx -= dx * other.mass * magnitude;
      one.vy -= dy * other.mass * magnitude;
      one.vz -= dz * other.mass * magnitude;
      other.vx += dx * one.mass * magnitude;
      other.vy += dy * one.mass * magnitude;
      other.vz += dz * one.mass * magnitude;
    }
  }
  for (const one of bodies) {
    one.x += dt * one.vx;
    one.y += dt * one.vy;
    one.z += dt * one.vz;
  }
}

const bodies = make_bodies();
offset_momentum(bodies);
console.log(energy(bodies).toFixed(9));
for (let step = 0; step < 350000; step++) advance(bodies, 0.01);
console.log(energy(bodies).toFixed(9));
