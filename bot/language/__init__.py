"""The letters and words of Korean and English, as people type and mistype them."""
