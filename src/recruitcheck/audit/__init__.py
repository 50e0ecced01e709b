"""One subject becomes an assessment; many become an audit."""
