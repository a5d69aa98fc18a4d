"""Facts that identify in combination: what is told of whom, what it weighs, what one would search for."""
