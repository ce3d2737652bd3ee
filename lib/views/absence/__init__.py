"""The read model of sickness absence computed from hours: a unit, the units below it, and what they tell."""
