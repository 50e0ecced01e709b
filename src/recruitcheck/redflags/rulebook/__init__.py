"""The rules in use: rule files, packs of languages, what is muted; their examples, their faults, their false alarms."""
