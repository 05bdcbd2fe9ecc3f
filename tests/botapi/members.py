"""Members of a chat and what they may do there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tests.botapi.accounts import Account
from tests.botapi.shapes import Json

Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

ADMIN_RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_tags",
    "can_post_messages",
    "can_edit_messages",
]
MEMBER_RIGHTS = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
]


@dataclass(frozen=True)
class Member:
    """Someone's standing in a chat; administrators have the rights not named, the restricted lack them."""

    account: Account
    status: Status = "member"
    anonymous: bool = False
    title: str = ""
    rights: Mapping[str, bool] = field(default_factory=dict)

    @property
    def is_admin(self) -> bool:
        """Whether the member runs the chat."""
        return self.status in ("creator", "administrator")

    @property
    def is_present(self) -> bool:
        """Whether the member is in the chat."""
        return self.status not in ("left", "kicked")

    def may(self, right: str) -> bool:
        """Return whether the member has a right that administrators have."""
        return self.status == "creator" or (self.is_admin and self.rights.get(right, True))

    def may_send(self, right: str = "can_send_messages") -> bool:
        """Return whether the member may send something of the kind."""
        return self.is_present and (self.status != "restricted" or self.rights.get(right, False))

    def json(self) -> Json:
        """Return the standing as a ChatMember object."""
        body: Json = {"status": self.status, "user": self.account.json()}
        if self.is_admin:
            body["is_anonymous"] = self.anonymous
            if self.title:
                body["custom_title"] = self.title
        if self.status == "administrator":
            body["can_be_edited"] = False
            body |= {right: self.rights.get(right, True) for right in ADMIN_RIGHTS}
        elif self.status == "restricted":
            body |= {right: self.rights.get(right, False) for right in MEMBER_RIGHTS}
            body |= {"is_member": True, "until_date": 0}
        elif self.status == "kicked":
            body["until_date"] = 0
        return body
