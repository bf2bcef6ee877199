from core.models.audit import AuditEntry, AuditSeal
from core.models.council import Council
from core.models.misses import Miss
from core.models.probe import Probe

__all__ = ["AuditEntry", "AuditSeal", "Council", "Miss", "Probe"]
