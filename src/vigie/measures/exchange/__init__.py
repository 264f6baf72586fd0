"""The ledger in a spreadsheet: out as a workbook to edit, in from a workbook, a CSV file or the tables of a DOCX.

``columns`` says what a sheet holds; ``workbook`` writes it; ``read_…`` read files into ``Table``; ``rows`` turns tables into
rows of records; ``records`` applies them to the data; ``yaml_text`` writes the difference into the file and nothing else.
"""
