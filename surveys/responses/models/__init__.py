from surveys.responses.models.drafts import Draft, DraftAnswer
from surveys.responses.models.pieces import DraftPiece, Piece
from surveys.responses.models.responses import Answer, ChangeRequest, Response, Words
from surveys.responses.models.tickets import Sitting, Ticket, TicketForm

__all__ = [
    "Answer",
    "ChangeRequest",
    "Draft",
    "DraftAnswer",
    "DraftPiece",
    "Piece",
    "Response",
    "Sitting",
    "Ticket",
    "TicketForm",
    "Words",
]
