"""Sickness absence computed from hours: sums, one month up the organisation, months made comparable."""
