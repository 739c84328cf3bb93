"""Problems shown to people and to other tools."""
