from aws_cdk import App

from stacks import add_document_stacks

app = App()
add_document_stacks(app)
app.synth()
