"""Grades SQL for a host that it reaches over the channel: runs predictions, gold and test cases against Postgres."""
