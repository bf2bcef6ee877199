"""The page of the studio on which a questionnaire is written, as somebody uses it."""

from playwright.sync_api import FrameLocator, Locator, Page, expect

KEY, HANDLE = "[name$='-value-key']", "[data-streamfield-action=DRAG]"
BLOCKS = "#items-root > [data-streamfield-stream-container] > [data-streamfield-child]"
MOST_MOVES = 200  # questions make way with a movement of their own, and none is heard meanwhile


class Editor:
    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def blocks(self) -> Locator:
        return self.page.locator(BLOCKS)

    @property
    def order(self) -> list[str]:
        keys = f"all => all.map(each => each.querySelector(`{KEY}`).value)"
        found: list[str] = self.blocks.evaluate_all(keys)
        return found

    def block(self, key: str) -> Locator:
        return self.blocks.nth(self.order.index(key))

    def adds(self, key: str, *, looks_for: str) -> None:
        """A question of the bank, found by a word of it."""
        there = self.blocks.count()
        self.page.locator("#items-root").get_by_title("Insert a block").last.click()
        self.page.get_by_role("option", name="Question from the bank").click()
        expect(self.blocks).to_have_count(there + 1)
        block = self.blocks.last
        block.get_by_label("A word of it, or its number").fill(looks_for)
        expect(block.get_by_text("1 question to choose from")).to_be_visible()
        block.locator(KEY).select_option(key)
        expect(block.get_by_text("They read: “")).to_be_visible()

    def asks_only_after(self, key: str, *, other: str, choice: str) -> None:
        block = self.block(key)
        way = block.get_by_label("Only after a certain answer?")
        if not way.is_visible():
            block.get_by_text("Ask this only sometimes").click()
        way.select_option(other)
        block.get_by_label(choice, exact=True).check()

    def moves_with_keys(self, key: str, way: str) -> None:
        """The button keeps the focus, and the new place is read out."""
        at = self.order.index(key)
        button = self.block(key).get_by_title(way).first
        button.focus()
        self.page.keyboard.press("Enter")
        place = at if way == "Move up" else at + 2
        said = self.page.get_by_role("status").filter(has_text=f"is now number {place} of {self.blocks.count()}.")
        expect(said).to_have_count(1)
        assert self.order.index(key) == place - 1
        assert self.page.evaluate("() => document.activeElement.dataset.streamfieldAction").startswith("MOVE_")

    def drags_first_to_the_end(self) -> None:
        for block in self.blocks.all():  # closed, they all fit on the screen
            block.locator("[data-panel-toggle]").first.click()
        handles = self.page.locator(f"#items-root {HANDLE}")
        first = self.order[0]
        handles.last.scroll_into_view_if_needed()
        end = handles.last.bounding_box()
        assert end
        handles.first.hover()
        self.page.mouse.down()
        for at in range(MOST_MOVES):
            self.page.mouse.move(end["x"] + 15, end["y"] + 15 + at % 10, steps=5)
            if self.order[-1] == first:
                break
        self.page.mouse.up()
        expect(self.blocks.last.locator(KEY)).to_have_value(first)
        for block in self.blocks.all():
            block.locator("[data-panel-toggle]").first.click()

    def saves(self) -> None:
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Save draft").click()

    def looks_at(self, *, age: str, language: str) -> FrameLocator:
        """The young person's screens beside the form."""
        beside = self.page.locator(".studio-look")
        ages = beside.get_by_label("Age", exact=True)
        if not ages.is_visible():
            self.page.get_by_role("button", name="Toggle preview").click()
        ages.select_option(age)
        beside.get_by_label("Language", exact=True).select_option(language)
        return self.page.frame_locator("#w-preview-iframe")
