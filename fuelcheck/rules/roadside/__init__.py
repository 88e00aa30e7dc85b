"""The check of a diesel vehicle in use: the record as far as it is judged, and the verdict on it.

GB 3847-2018 and the county plan's clause 11.3. What is missing is never a pass.
"""
