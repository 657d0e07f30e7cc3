"""The numbers that golden inputs are made of, drawn alike here and in draws.h."""


class Draws:
    """A linear congruential generator (Knuth's MMIX constants), of which the upper 31 bits count."""

    def __init__(self, seed):
        self.state = seed

    def below(self, bound):
        """A whole number in [0, bound), bound at most 2^31."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % bound
