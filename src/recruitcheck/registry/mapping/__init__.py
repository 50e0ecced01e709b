"""From rows of text to entries: cells, dates, periods, firms, licences; every other row is a recorded reject."""
