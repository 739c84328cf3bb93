"""The workspace that `init` writes: small, commented, and it builds at once."""

from __future__ import annotations

import json

from playbookgen.edit.layout import quoted

_WORKSPACE = """\
# yaml-language-server: $schema=./playbookgen.schema.json
# The workspace: what all its playbooks share.
format: 1
title: {title}
language: en

# The id of your own firm; its internal site lists every playbook of the workspace.
owner: own

# Each client gets a site of its own; nothing of one ever reaches another.
clients:
  own: {title}
"""

_PLAYBOOK = """\
# yaml-language-server: $schema=../playbook.schema.json
# A playbook: how one client sells. Change it, then run: playbookgen check
format: 1
title: First playbook
summary: How a request becomes a contract, in five stages.
client: own
language: en
owner: Head of sales
version: "0.1"
# draft: findings of quality are warnings until you write current here.
status: draft

# Who acts. A short form is an id and a name; the long form says more.
roles:
  rep: Sales representative
  head: {title: Head of sales, team: Management}

# The stages in order. Each says when it begins and ends, and who does what.
stages:
  qualification:
    title: Qualification
    responsible: rep
    accountable: head
    purpose: Find out whether we can help, and whether the customer wants us to.
    entry: A request has arrived.
    exit:
      - text: Budget, authority, need and timeline are known.
        evidence: The four answers in the deal's record
    tasks:
      call-back:
        title: Call back within one day
        duration: 30 min
      record-answers: Record the four answers
    resources: Call guide
    metrics:
      time-to-call: {title: Time to first call, unit: hours, target: "24"}

  offer:
    title: Offer
    responsible: rep
    accountable: head
    purpose: Show the customer a way to reach the goal, and what it costs.
    entry: The request is qualified.
    exit:
      - text: The customer has received the offer.
        evidence: Confirmation of receipt
    tasks:
      write-offer: {title: Write the offer, kind: document, duration: 2 h}
      present-offer: {title: Present the offer, kind: meeting, duration: 1 h}
    resources: Offer template
    metrics:
      time-to-offer: {title: Time to the offer, unit: days, target: "5"}

  objections:
    title: Objections
    responsible: rep
    accountable: head
    purpose: Answer what still stands in the way.
    entry: The customer has raised a concern.
    exit:
      - text: The customer says that the concern is settled.
        evidence: Note of the call
    tasks:
      answer: Answer with facts and references
    resources: List of concerns and answers
    metrics:
      settled: {title: Concerns settled, unit: "%", target: "70"}
    optional: true

  contract:
    title: Contract
    responsible: head
    accountable: head
    purpose: Agree on terms and sign.
    entry: The customer has accepted the offer.
    exit:
      - text: The contract is signed.
        evidence: The signed document
    tasks:
      agree-terms: Agree on terms
      sign: {title: Sign the contract, kind: document}
    resources: Draft contract
    metrics:
      win-rate: {title: Contracts from offers, unit: "%", target: "30"}

  follow-up:
    title: Follow-up
    responsible: rep
    accountable: head
    purpose: See that the customer is content, and stay in touch.
    entry: The contract is signed.
    exit:
      - text: The customer has told us how the start went.
        evidence: Note of the call
    tasks:
      hand-over: Hand over to delivery
      call: Call the customer after two to four weeks
    resources: List of questions
    metrics:
      calls-made: {title: Customers called in time, unit: "%", target: "100"}

# How a deal ends.
outcomes:
  won: {title: Customer won, kind: won}
  lost:
    title: Lost
    kind: lost
    reasons: [No budget, Chose a competitor]

# Where the way forks, say so; all other stages lead to the next one.
transitions:
  qualification:
    offer: need and budget are there
    lost: no need or no budget
  offer:
    objections: concerns remain
    contract: accepted
  objections:
    offer: the offer must change
    contract: settled
    lost: not settled

# The buyer's side: green events are ours to influence, red ones are not.
journey:
  events:
    reads: {title: Reads about us, influence: none}
    asks:
      title: Sends a request
      influence: ours
      at: day 0
      actions:
        confirm: {title: Confirm receipt, automated: true}
    receives: {title: Receives the offer, influence: ours, at: day 7}
    compares: {title: Compares options, influence: none}
    accepts: {title: Accepts the offer, influence: ours, at: day 14}

# The states of a deal, in the past tense and from the buyer's viewpoint.
deal_stages:
  request-sent: {title: Request sent, event: asks}
  offer-received: {title: Offer received, event: receives}
  offer-accepted: {title: Offer accepted, event: accepts}
"""


def starter_files(*, title: str, schemas: dict[str, str]) -> dict[str, str]:
    """The starter's files by path; `schemas` are the JSON Schemas of `workspace` and `playbook`."""
    return {
        "playbookgen.yaml": _WORKSPACE.format(title=_value(title)),
        "playbookgen.schema.json": schemas["workspace"],
        "playbooks/playbook.schema.json": schemas["playbook"],
        "playbooks/first/playbook.yaml": _PLAYBOOK,
        ".gitignore": "site/public/\n",
    }


def _value(title: str) -> str:
    """A title as YAML: in quotes where it needs them."""
    return quoted(title) or json.dumps(title, ensure_ascii=False)
