"""Jinja, with the general cases that our templates never need left out of the code that it makes of them.

A template means the same: names, escaping, undefined names as errors. Left out are what a call of a name asks (whether the function wants
the context: none of ours does), what a macro asks about its arguments where they are given in their order, and objects made only to be
joined at once.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import partial
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

marked: Callable[[str], Markup] = partial(str.__new__, Markup)
"""``Markup`` of a text, without asking whether it is something else."""


def written(value: object) -> str:
    """What stands in the page for a value: as ``markupsafe.escape``, but a plain text."""
    if type(value) is not str:
        return escape(value)
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value or ">" in value:
        value = value.replace("<", "&lt;").replace(">", "&gt;")
    if "'" in value or '"' in value:
        value = value.replace("'", "&#39;").replace('"', "&#34;")
    return value


class QuickMacro(Macro):
    """A macro; one that is called with arguments in their order is called at once."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """What the macro makes; arguments that are not given have their defaults."""
        lacking = len(self.arguments) - len(args)
        if kwargs or lacking < 0 or self.caller or self.catch_kwargs or self.catch_varargs:
            return super().__call__(*args, **kwargs)
        return marked(self._func(*args, *(missing,) * lacking))


class QuickCode(CodeGenerator):
    """Jinja's code for a template, with calls of names, macros and places for texts written more simply."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's names
        """The whole module."""
        self.writeline("from publish.compiling import QuickMacro, written")
        super().visit_Template(node, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """A name is called as it is; anything else as Jinja does."""
        odd = node.dyn_args or node.dyn_kwargs or any(iskeyword(argument.key) for argument in node.kwargs)
        if forward_caller or odd or not isinstance(node.node, nodes.Name):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 - as Jinja calls it
        """The macro of a function that was just written."""
        names = tuple(argument.name for argument in macro_ref.node.args)
        asks = macro_ref.accesses_kwargs, macro_ref.accesses_varargs, macro_ref.accesses_caller
        name = getattr(macro_ref.node, "name", None)
        self.write(f"QuickMacro(environment, macro, {name!r}, {names!r}, {', '.join(map(repr, asks))}, context.eval_ctx.autoescape)")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("written(")


class QuickEnvironment(Environment):
    """An environment whose templates are compiled to :class:`QuickCode`, are found by name at once, and share one set of globals."""

    code_generator_class = QuickCode

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._made: dict[str | Template, Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template: those of the environment as they are when it is loaded."""
        return {**self.globals, **(d or {})}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja calls it
    ) -> Template:
        """The template of a name, compiled once."""
        made = self._made.get(name) if globals is None else None
        if made is None:
            made = super().get_template(name, parent, globals)
            if globals is None:
                self._made[name] = made
        return made
