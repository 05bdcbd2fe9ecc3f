"""The commands of the menu, the same in every chat."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answer.reference import encode
from bot.dialogue import State
from bot.handlers import browsing, deeplinks, groups, privacy
from bot.handlers.desk import Desk
from bot.handlers.incoming import Incoming
from bot.knowledge.model import Language
from bot.render.html import source_pages

#: What people write after /lang; None is each question's own language.
_LANGUAGES: dict[str, Language | None] = {
    "ko": "ko", "korean": "ko", "한국어": "ko", "한글": "ko", "en": "en", "english": "en", "영어": "en",
    "auto": None, "automatic": None, "자동": None,
}  # fmt: skip


#: The payload of the link that leads to what is stored.
_PRIVACY = "privacy"


async def start(desk: Desk, asked: Incoming) -> None:
    """Open the fact that a link names; without one begin afresh and say what can be asked."""
    if _argument(asked) == _PRIVACY:
        await disclose(desk, asked)
        return
    if await _open(desk, asked, deeplinks.opened_by(_argument(asked))):
        return
    language = await desk.language(asked)
    await desk.store.keep_state(asked.place, State())
    await desk.greet(asked.place, language, asked.reply_to)


async def ask(desk: Desk, asked: Incoming) -> None:
    """Answer what is written after the command, or check the message that it replies to."""
    question = asked.with_text(groups.without_mentions(_argument(asked)))
    if question.text or (asked.replied is not None and asked.replied.text and not asked.replied.is_ours):
        await groups.answer_words(desk, question)
    else:
        await desk.tell(asked, desk.replies.how_to_ask)


async def open_fact(desk: Desk, asked: Incoming) -> None:
    """Open the figure or topic that is named after the command, in the release's words or by its identifier."""
    name = _argument(asked)
    if not name:
        await desk.tell(asked, desk.replies.which_fact)
    elif not await _open(desk, asked, name):
        await desk.answer(asked.with_text(name))


async def browse(desk: Desk, asked: Incoming) -> None:
    """List all that can be asked, by topic."""
    language = await desk.language(asked)
    pages, markup = browsing.page(desk, "", 0, language)
    await desk.courier.send(asked.place, pages, markup, asked.reply_to)


async def show_source(desk: Desk, asked: Incoming) -> None:
    """Show the paragraph of the release that the last answer comes from, or the answer that is replied to."""
    state = await desk.before(asked)
    language = await desk.language(asked)
    found = desk.engine.paragraphs(encode(state.questions[-1]), language) if state.questions else None
    if found is None:
        await desk.tell(asked, desk.replies.no_source)
    else:
        await desk.courier.send(asked.place, source_pages(*found, language), None, asked.reply_to)


async def choose_language(desk: Desk, asked: Incoming) -> None:
    """Set the language of the answers in the chat, or ask which it shall be."""
    wanted = _argument(asked).casefold()
    labels = desk.replies.pressed.language
    if wanted not in _LANGUAGES:
        language = await desk.language(asked)
        now = labels[await desk.set_language(asked.place.chat) or "auto"].in_language(language)
        await desk.tell(asked, desk.replies.language, desk.keyboards.languages(language), chosen=now)
    elif await desk.may_change_settings(asked.place, is_private=asked.is_private, is_from_chat=asked.is_from_chat):
        chosen = _LANGUAGES[wanted]
        await desk.store.set_language(asked.place.chat, chosen)
        name = labels[chosen or "auto"].in_language(await desk.language(asked))
        await desk.tell(asked, desk.replies.language_set, chosen=name)
    else:
        await desk.tell(asked, desk.replies.for_administrators)


async def choose_hearing(desk: Desk, asked: Incoming) -> None:
    """Let the group be answered when it does not call the bot, or no more; say how it is where nothing is chosen."""
    if asked.is_private:
        await desk.tell(asked, desk.replies.for_groups)
        return
    wanted = {"on": True, "켜기": True, "off": False, "끄기": False}.get(_argument(asked).casefold())
    if wanted is None:
        hears = (await desk.settings(asked.place.chat)).hears_all
    elif await desk.may_change_settings(asked.place, is_private=False, is_from_chat=asked.is_from_chat):
        await desk.store.set_hears_all(asked.place.chat, wanted)
        hears = wanted
    else:
        await desk.tell(asked, desk.replies.for_administrators)
        return
    await desk.tell(asked, desk.replies.hearing if hears else desk.replies.not_hearing)


async def explain_use(desk: Desk, asked: Incoming) -> None:
    """Say how to ask, with questions to start from and the way to add the bot to a group."""
    language = await desk.language(asked)
    offered = desk.keyboards.offering(desk.engine.greet(language).suggestions, language)
    rows = [*offered.inline_keyboard] if offered else []
    if asked.is_private:
        label = desk.replies.labels.add_to_group.in_language(language)
        rows.append((InlineKeyboardButton(label, url=deeplinks.group_address(desk.courier.username)),))
    await desk.tell(asked, desk.replies.help, InlineKeyboardMarkup(rows) if rows else None)


async def introduce(desk: Desk, asked: Incoming) -> None:
    """Say what the bot is and which release it answers from."""
    await desk.tell(asked, desk.replies.about)


async def disclose(desk: Desk, asked: Incoming) -> None:
    """Say what is stored about this person now, in private."""
    if not asked.is_private:
        await _lead_away(desk, asked)
        return
    language = await desk.language(asked)
    pages, markup = await privacy.disclose(desk, asked.place, language)
    await desk.courier.send(asked.place, pages, markup, asked.reply_to)


async def forget(desk: Desk, asked: Incoming) -> None:
    """Delete all that is stored about this person, and show what is left of it, in private."""
    if not asked.is_private:
        await _lead_away(desk, asked)
        return
    language = await desk.language(asked)
    await desk.store.forget_user(asked.place.user)
    pages, markup = await privacy.disclose_left(desk, asked.place, language)
    await desk.courier.send(asked.place, pages, markup, asked.reply_to)


async def _lead_away(desk: Desk, asked: Incoming) -> None:
    """Offer to go on in private, where nobody else reads along."""
    label = desk.replies.labels.ask_here.in_language(await desk.language(asked))
    button = InlineKeyboardButton(label, url=deeplinks.private_address(desk.courier.username, _PRIVACY))
    await desk.tell(asked, desk.replies.in_private, InlineKeyboardMarkup([[button]]))


async def _open(desk: Desk, asked: Incoming, name: str | None) -> bool:
    """Whether the name is a fact's, or a reference to something, which is then shown."""
    started = desk.clock()
    language = await desk.language(asked)
    reference = desk.engine.reference_of(name) or name if name else None
    opened = desk.engine.open_reference(reference, language) if reference else None
    if opened is None:
        return False
    await desk.give(asked, opened[0], await desk.before(asked), opened[1], started)
    return True


def _argument(asked: Incoming) -> str:
    """What stands after the command."""
    return "".join(asked.text.split(maxsplit=1)[1:]).strip()
