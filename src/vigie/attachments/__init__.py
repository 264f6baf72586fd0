"""Documents that editors join to their texts: read with distrust, emptied of what they tell of their makers, served by us."""
