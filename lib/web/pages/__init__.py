"""The HTML of each page and its parts, made from read models."""
