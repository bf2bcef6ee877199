from core.models.audit import AuditEntry, AuditSeal
from core.models.catalogues import CatalogueSignature
from core.models.council import Council
from core.models.misses import Miss
from core.models.probe import Probe
from core.models.read_aloud import ReadAloud
from core.models.sound import Sound

__all__ = ["AuditEntry", "AuditSeal", "CatalogueSignature", "Council", "Miss", "Probe", "ReadAloud", "Sound"]
