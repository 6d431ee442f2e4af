"""The programs of the documents, in Python: they make the very templates that the TypeScript ones make."""

import json
import pathlib

import pytest
from aws_cdk import App

from stacks import add_document_stacks

GOLDEN = pathlib.Path(__file__).parents[2] / "test" / "golden" / "examples" / "documents"
STACKS = sorted(file.name.removesuffix(".template.json") for file in GOLDEN.glob("*.template.json"))


@pytest.fixture(scope="module")
def assembly(tmp_path_factory):
    # As in the TypeScript tests: the CDKMetadata resource says nothing about the programs.
    app = App(outdir=str(tmp_path_factory.mktemp("cdk.out")), analytics_reporting=False)
    add_document_stacks(app)
    return app.synth()


def test_there_is_a_stack_for_each_golden_template_and_no_other(assembly):
    assert len(STACKS) == 14
    assert sorted(stack.stack_name for stack in assembly.stacks) == STACKS


@pytest.mark.parametrize("stack", STACKS)
def test_resources_equal_the_golden_template_to_the_byte_and_in_the_same_order(assembly, stack):
    golden = (GOLDEN / f"{stack}.template.json").read_text(encoding="utf8")
    template = json.loads(pathlib.Path(assembly.get_stack_by_name(stack).template_full_path).read_text(encoding="utf8"))
    # First as values, where pytest shows what differs; then as text, which also has the order.
    assert template["Resources"] == json.loads(golden)["Resources"]
    assert json.dumps({"Resources": template["Resources"]}, indent=2, ensure_ascii=False) + "\n" == golden


def test_no_stack_gives_a_warning(assembly):
    messages = [message.entry.data for stack in assembly.stacks for message in stack.messages]
    assert messages == []
