"""What people need of a place, and the accessibility features that must be known to be there for them."""

from __future__ import annotations

from collections.abc import Mapping

NEEDS: Mapping[str, tuple[str, ...]] = {
    "rollator": ("step_free_entrance",),
    "pram": ("step_free_entrance",),
    "wheelchair": ("step_free_entrance", "accessible_toilet"),
    "toilet": ("accessible_toilet",),
    "hearing_aid": ("induction_loop",),
    "sign_language": ("sign_language_interpretation",),
    "guide_dog": ("guide_dogs_welcome",),
}
"""Need -> codes of features (``normalize.model.Feature``), all of which it takes."""
