"""What others offer for the same task, each run with its own plain settings in an environment of its own."""
