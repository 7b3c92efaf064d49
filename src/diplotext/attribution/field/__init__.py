"""Fields that are read off an attribution once it is found: day, occasion, parent."""
