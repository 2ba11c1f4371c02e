def headline(text: str) -> str:
    return f" {text.upper()} ".center(40, "*")
