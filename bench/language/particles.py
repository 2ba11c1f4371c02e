"""A simulation over dataclasses."""
from dataclasses import dataclass, field


@dataclass
class Vector:
    x: float
    y: float

    def plus(self, other: "Vector") -> "Vector":
        return Vector(self.x + other.x, self.y + other.y)

    def times(self, factor: float) -> "Vector":
        return Vector(self.x * factor, self.y * factor)

    def length_squared(self) -> float:
        return self.x * self.x + self.y * self.y


@dataclass
class Particle:
    name: str
    position: Vector
    velocity: Vector
    hits: int = 0
    trail: list[Vector] = field(default_factory=list)


def step(particles: list[Particle], dt: float) -> None:
    for particle in particles:
        particle.position = particle.position.plus(particle.velocity.times(dt))
        if particle.position.x < 0.0 or particle.position.x > 100.0:
            particle.velocity = Vector(-particle.velocity.x, particle.velocity.y)
            particle.hits += 1
        if particle.position.y < 0.0 or particle.position.y > 100.0:
            particle.velocity = Vector(particle.velocity.x, -particle.velocity.y)
            particle.hits += 1


def main() -> None:
    particles = [
        Particle(f"p{i}", Vector(i * 1.5, i * 0.5), Vector(1.0 + i % 5, 2.5 - i % 3))
        for i in range(60)
    ]
    for tick in range(60000):
        step(particles, 0.1)
        if tick % 6000 == 0:
            for particle in particles:
                particle.trail.append(particle.position)
    print(sum(p.hits for p in particles))
    fastest = max(particles, key=lambda p: p.velocity.length_squared())
    print(fastest.name, len(fastest.trail), fastest.hits)
    print(f"{sum(p.position.x for p in particles):.6f}")
    print(particles[7].trail[3] == particles[8].trail[3])


main()
