"""Invoices: lines, discount, tax."""
