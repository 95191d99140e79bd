"""The decks of cards that the tests print: every size, every kind of text, several languages."""

SIZES = {
    "a7": (74, 105), "a6": (105, 148), "a5": (148, 210), "3x5": (76.2, 127), "4x6": (101.6, 152.4),
    "quarter": (107.95, 139.7), "half": (139.7, 215.9), "business-us": (88.9, 50.8), "business-eu": (85, 55),
}  # fmt: skip
# What no text may leave, in millimetres from the card's edge.
SAFE = {
    "a7": 5, "a6": 6.5, "a5": 8, "3x5": 4.5, "4x6": 5, "quarter": 6.5, "half": 8, "business-us": 3, "business-eu": 3,
}  # fmt: skip
PAPERS = {"a4": (210, 297), "letter": (215.9, 279.4)}

# First place, columns, rows, and whether cards lie on their side: the table of the specification.
SHEETS = {
    ("a6", "a4"): (0, 0.5, 2, 2, False), ("a6", "letter"): (33.95, 34.7, 1, 2, True),
    ("a7", "a4"): (0, 0.5, 2, 4, True), ("a7", "letter"): (33.95, 34.7, 2, 2, False),
    ("a5", "a4"): (0, 0.5, 1, 2, True), ("a5", "letter"): (33.95, 34.7, 1, 1, False),
    ("3x5", "a4"): (28.8, 21.5, 2, 2, False), ("3x5", "letter"): (31.75, 12.7, 2, 2, False),
    ("4x6", "a4"): (28.8, 46.9, 1, 2, True), ("4x6", "letter"): (6.35, 63.5, 2, 1, False),
    ("quarter", "a4"): (51.025, 8.8, 1, 2, False), ("quarter", "letter"): (0, 0, 2, 2, False),
    ("half", "a4"): (35.15, 40.55, 1, 1, False), ("half", "letter"): (0, 0, 1, 2, True),
    ("business-us", "a4"): (16.1, 21.5, 2, 5, False), ("business-us", "letter"): (19.05, 12.7, 2, 5, False),
    ("business-eu", "a4"): (20, 11, 2, 5, False), ("business-eu", "letter"): (25.45, 12.2, 3, 3, True),
}  # fmt: skip

URL = "https://desk.example/"

SETTINGS = f"""title: Deck
url: {URL}
cards:
  categories:
    recovery: {{label: Recovery, shape: circle, color: "#0b5c63"}}
    phrases: {{label: Phrases, shape: square, color: "#1d4785"}}
    policy: {{label: Policy, shape: triangle, color: "#5a2a82"}}
    escalation: {{label: Escalation, shape: diamond, color: "#8c1d18"}}
    self-care: {{label: Self-care, shape: hexagon, color: "#2c5a1c"}}
    records: {{label: Records, shape: star, color: "#5e4300"}}
rules: {{orphan-page: off, missing-owner: off}}
"""
CATEGORIES = ["recovery", "phrases", "policy", "escalation", "self-care", "records"]


def card(title, size="a6", front="Breathe. Smile.", back=None, category="recovery", extra="", language=None):
    """The file of a written card."""
    head = [f"title: {title}", "kind: card", "reviewed: 2026-11-01", "review: 6 months"]
    head.append(f"card: {{size: {size}, category: {category}{extra}}}")
    if language:
        head.append(f"language: {language}")
    text = "---\n" + "\n".join(head) + "\n---\n\n" + front + "\n"
    return text + (f"\n---\n\n{back}\n" if back else "")


STEPS = """1. Is arrival more than a day away?
   - Yes → cancel, no charge
   - No → go to 2
2. Ask what happened, and listen.
3. Write down what was agreed."""
PAIRS = """- Say: I will call you by 4:30 with an answer.
  - Instead of: Someone will get back to you."""
LETTERS = """- **H** Hear them out.
- **E** Name the feeling."""
SHORT_FRONT = "- **H** Hear\n- **T** Thank"
SHORT_BACK = "Call {{x}} now."


def of_size(size, count):
    """Cards of one size, enough for more than one sheet, every second one with a back."""
    isSmall = size.startswith("business")
    cards = {}
    for number in range(1, count + 1):
        front = SHORT_FRONT if isSmall else [STEPS, PAIRS, LETTERS][number % 3]
        back = None if number % 2 else ("Ask for help." if isSmall else PAIRS + "\n\n## After it\n\n- Drink some water.")
        category = CATEGORIES[number % len(CATEGORIES)]
        cards[f"{size}-{number}.md"] = card(f"Card {number}", size, front, back, category)
    return cards


LANGUAGES = {
    "es": ("Llamada difícil", "1. Respire hondo. ¿Qué ocurrió?\n   - Enojo → escuche\n2. Diga qué hará y cuándo.", "- Say: Le llamo mañana a las nueve.\n  - Instead of: Ya veremos."),
    "vi": ("Cuộc gọi khó", "1. Hít thở sâu. Lắng nghe người gọi.\n2. Nói rõ việc sẽ làm và thời hạn.", "- Say: Tôi sẽ gọi lại trước 4 giờ chiều.\n  - Instead of: Để xem đã."),
    "ar": ("مكالمة صعبة", "1. تنفّس بعمق واستمع إلى المتصل.\n   - غاضب → استمع\n2. قل ما ستفعله ومتى.", "- Say: سأتصل بك قبل الساعة الرابعة.\n  - Instead of: سنرى."),
    "zh": ("棘手的来电", "1. 深呼吸，先听对方说完。\n2. 说明你会做什么、什么时候做完。", "- Say: 我会在下午四点前给您回电。\n  - Instead of: 到时候再说。"),
}  # fmt: skip

# Cards that stand on a desk: a panel's width and height, and by paper the first place's corner, the
# places, and whether they lie on their side. A place is two panels, one above the other.
TENTS = {"tent": (190.5, 114.3), "tent-low": (215.9, 63.5)}
TENT_SAFE = 9
TENT_SHEETS = {
    ("tent", "a4"): (9.75, 34.2, 1, False), ("tent", "letter"): (12.7, 25.4, 1, False),
    ("tent-low", "a4"): (41.5, 40.55, 1, True), ("tent-low", "letter"): (0, 12.7, 2, False),
}  # fmt: skip


def tents(size):
    """Three cards, the second with a back."""
    back = "Ask for help." if size == "tent-low" else PAIRS + "\n\n## After it\n\n- Drink some water."
    fronts = [LETTERS, PAIRS, LETTERS if size == "tent-low" else STEPS]
    return {
        f"{size}-{number}.md": card(f"Card {number}", size, front, back if number == 2 else None)
        for number, front in enumerate(fronts, 1)
    }
