"""Loading: a path on disk -> a briefing and every problem found on the way."""
