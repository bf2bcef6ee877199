from participation.leaflets.models.films import Film
from participation.leaflets.models.images import PlainImage, PlainRendition
from participation.leaflets.models.leaflets import LeafletIndexPage, LeafletPage, LeafletVersionPage
from participation.leaflets.models.reports import CampaignPage, SummaryPage

__all__ = [
    "CampaignPage",
    "Film",
    "LeafletIndexPage",
    "LeafletPage",
    "LeafletVersionPage",
    "PlainImage",
    "PlainRendition",
    "SummaryPage",
]
