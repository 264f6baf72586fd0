"""Pictures that editors put beside their texts: read with distrust, made small, emptied of what they tell, served by us."""
