"""Tools of instructors and maintainers: build, lock, release, grade. Nothing outside imports this package."""
