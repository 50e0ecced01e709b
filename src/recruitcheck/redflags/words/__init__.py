"""Words of a language and of a text: folding, tokens, spelling, what a phrase is and where it stands."""
