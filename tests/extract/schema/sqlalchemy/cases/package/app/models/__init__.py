from .author import Author
from .book import Book, shelf
