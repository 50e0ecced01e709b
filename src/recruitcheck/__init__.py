"""recruitcheck: is this recruiter licensed, is this offer clean, and can you prove it?"""

__version__ = "0.1.0"
