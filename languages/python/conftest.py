"""What every test needs from the environment, set before the first import starts CDK's own Node process."""

import os

import pytest

# CDK's own validation of the templates takes ten times as long as the rest; the TypeScript tests have it.
os.environ["CDK_VALIDATION"] = "false"
# The banner on a Node that is no longer supported; Node 20 is the oldest that this package runs on.
os.environ.setdefault("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20")


@pytest.fixture
def app(tmp_path):
    """An app that leaves nothing behind: pytest removes its output."""
    from aws_cdk import App

    return App(outdir=str(tmp_path))


@pytest.fixture
def stack(app):
    from aws_cdk import Stack

    return Stack(app, "Shop")
