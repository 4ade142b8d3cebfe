class Player:
    # What an instance begins with; every instance then has its own.
    id = None
    badges = []

    def __init__(self, id, badges):
        self.id = id
        self.badges = badges


class Ranking:
    names = []

    def add(self, name):
        self.names.append(name)  # expect: global-request-state
        return self.names
