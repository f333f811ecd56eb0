"""Names of what is drawn: a label is a hundred times the object and its part. Fills and line groups by part."""

SKIN, HAND_L, HAND_R, FOREARM_L, FOREARM_R = 1, 2, 3, 4, 5
TOP, SLEEVE_L, SLEEVE_R, IN_TOP, IN_SLEEVE = 10, 11, 12, 14, 15
TROUSERS, LEG_L, LEG_R = 20, 21, 22
SOCK_L, SOCK_R, HAIR, BUN = 30, 31, 40, 41
TABLE, TABLE_SIDE, TABLE_LEG, PILLOW, CUSHION, ROLL, ROLL_END, STOOL, STOOL_LEG, CHAIR = range(50, 60)
FRAME, PANE, DRAPE, LEAF, POT, RUG, WALL, ROOF, LAMP, PATH = range(60, 70)
CLIENT, THINGS, PRACTITIONER = 1, 2, 3

HANDS = (HAND_L, HAND_R, FOREARM_L, FOREARM_R)
CLOTH = {"L": (SLEEVE_L, LEG_L, SOCK_L), "R": (SLEEVE_R, LEG_R, SOCK_R)}

# Custom properties of static/css/tokens.css.
FILL = {
    **dict.fromkeys((SKIN, *HANDS), "skin"),
    **dict.fromkeys((TOP, SLEEVE_L, SLEEVE_R), "cloth"),
    **dict.fromkeys((IN_TOP, IN_SLEEVE), "cloth-in"),
    **dict.fromkeys((TROUSERS, LEG_L, LEG_R), "trousers"),
    **dict.fromkeys((SOCK_L, SOCK_R), "sock"),
    **dict.fromkeys((HAIR, BUN), "hair"),
    TABLE: "table",
    **dict.fromkeys((TABLE_SIDE, TABLE_LEG), "table-side"),
    **dict.fromkeys((PILLOW, CUSHION), "pillow"),
    ROLL: "roll",
    ROLL_END: "pillow",
    **dict.fromkeys((STOOL, STOOL_LEG, CHAIR, FRAME, ROOF), "wood"),
    **dict.fromkeys((PANE, LAMP, PATH), "pillow"),
    **dict.fromkeys((DRAPE, WALL), "table"),
    LEAF: "slacks",
    POT: "table-side",
    RUG: "roll",
}
THEIRS = {
    **FILL,
    **dict.fromkeys(HANDS, "hand"),
    **dict.fromkeys((TOP, SLEEVE_L, SLEEVE_R), "smock"),
    **dict.fromkeys((IN_TOP, IN_SLEEVE), "smock-in"),
    **dict.fromkeys((TROUSERS, LEG_L, LEG_R), "slacks"),
    **dict.fromkeys((HAIR, BUN), "their-hair"),
    **dict.fromkeys((SOCK_L, SOCK_R), "their-sock"),
}

# Parts with no line between them.
GROUP = {
    **dict.fromkeys((SKIN, *HANDS), 1),
    **dict.fromkeys((TOP, SLEEVE_L, SLEEVE_R), 2),
    **dict.fromkeys((TROUSERS, LEG_L, LEG_R), 3),
    **dict.fromkeys((SOCK_L, SOCK_R), 4),
    HAIR: 5,
}


def fill(label):
    return (THEIRS if label // 100 == PRACTITIONER else FILL)[label % 100]


def group(label):
    return label // 100 * 100 + GROUP.get(label % 100, label % 100) if label else 0


def line(label):
    """Which line an edge of this part has."""
    if label // 100 == THINGS:
        return "thing"
    if label // 100 == PRACTITIONER:
        return "hand" if label % 100 in HANDS else "theirs"
    return "client"


def jumps(label):
    """Weak and strong jumps of depth (dm) that make a line inside one group."""
    if label // 100 == THINGS:
        return 0.3, 0.5
    if label % 100 in (HAND_L, HAND_R):
        return (0.03, 0.06) if label // 100 == PRACTITIONER else (0.06, 0.12)
    return (0.11, 0.20) if label % 100 == SKIN else (0.10, 0.22)


def between(front, back, touching):
    """The line between two parts where one isn't simply in front: where bodies only meet, hands win over people, and
    people over things; the table never wins."""
    if not front or not back:
        return None
    thing = front // 100 == THINGS and back // 100 != THINGS
    if thing and (touching or front % 100 in (TABLE, TABLE_SIDE)):
        return line(back)
    return "hand" if touching and line(back) == "hand" else None
