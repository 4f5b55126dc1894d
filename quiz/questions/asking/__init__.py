"""From a clause to a question: what asks for the fact, carried to the front, and the words around it turned."""
