"""Routing: candidate routes on a grid, chosen by negotiated rip-up and reroute."""
