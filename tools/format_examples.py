"""An example for each part of the format's reference: pieces of valid playbooks."""

from __future__ import annotations

EXAMPLES: dict[str, str] = {
    "PlaybookDefinition": """\
format: 1
title: How we sell
summary: From the first call to the signed contract.
client: acme
language: en
status: draft
roles:
  rep: Sales representative
""",
    "LibraryDefinition": """\
format: 1
language: en
roles:
  rep: Sales representative
""",
    "WorkspaceDefinition": """\
format: 1
title: Playbooks of our clients
owner: own
clients:
  own: Our firm
  acme: Acme Ltd
brand: {colours: ["#0a5c8f", "#e07a1f"], logo: brand/logo.svg}
fonts: [fonts/NotoSans-Regular.ttf]
site_url: https://playbooks.example.com/
""",
    "Brand": """\
brand:
  colours: ["#0a5c8f", "#e07a1f"]
  name: Acme playbooks
  logo: brand/acme.svg
  favicon: brand/acme-icon.png
  footer: {en: Acme Ltd, de: Acme GmbH}
  confidentiality:
    internal: Internal. Not for customers.
    client: Confidential. For Acme only.
""",
    "Client": """\
clients:
  acme:
    title: Acme Ltd
    brand: {colours: ["#b71c5c", "#ffd54f"]}
    site_url: https://sales.acme.example/playbook/
  globex: {title: Globex, theme: contrast}
""",
    "Uses": """\
uses:
  methodologies: inbound-selling
  glossary: [lead, deal]
""",
    "Role": """\
roles:
  rep: Sales representative
  head: {title: Head of sales, team: Management}
""",
    "Methodology": """\
methodologies:
  helpful-selling:
    title: Helpful selling
    summary: We help the buyer to decide, whatever the decision is.
    principles:
      listen-first: Listen before you speak
""",
    "Technique": """\
techniques:
  summarise:
    title: Summarise and confirm
    steps:
      - Say in your own words what you have heard.
      - Ask what is missing.
""",
    "Framework": """\
frameworks:
  spin:
    title: SPIN
    letters:
      situation: {title: Situation, question: How is the work done today?}
      problem: {title: Problem, question: What is difficult about it?}
""",
    "Letter": """\
frameworks:
  spin:
    title: SPIN
    letters:
      situation: {title: Situation, question: How is the work done today?}
""",
    "Stage": """\
stages:
  qualification:
    title: Qualification
    responsible: rep
    accountable: head
    purpose: Find out whether we can help.
    entry: A request has arrived.
    exit:
      - text: The customer has named budget and need.
        evidence: The deal's record
        by: buyer
    tasks:
      call-back: Call back within one day
    resources: Call guide
    metrics:
      time-to-call: {title: Time to the first call, unit: hours, target: "24"}
    duration: 2-5 days
    probability: 20%
""",
    "Task": """\
stages:
  offer:
    title: Offer
    purpose: Show what we can do.
    tasks:
      choose:
        title: Does a standard offer fit?
        kind: decision
        duration: 15 min
        next:
          standard: it fits
          special: it does not
      standard: {title: Fill in the standard offer, next: exit}
      special: Write a special offer
""",
    "Criterion": """\
stages:
  offer:
    title: Offer
    purpose: Show what we can do.
    entry: The request is qualified.
    exit:
      - text: The customer has confirmed that the offer arrived.
        evidence: The customer's answer
        by: buyer
""",
    "Condition": """\
transitions:
  offer:
    contract: accepted
    qualification: {when: the need has changed, loop: true}
""",
    "Metric": """\
metrics:
  win-rate: {title: Contracts from offers, unit: "%", target: "30", term: long}
""",
    "Confidence": """\
stages:
  qualification:
    title: Qualification
    purpose: Find out whether we can help.
    qualification:
      budget: 60%
      need: {level: 80%, how: The customer has described the problem in writing.}
""",
    "Script": """\
stages:
  first-contact:
    title: First contact
    purpose: Find out whether we can help.
    scripts:
      opening:
        title: Opening
        lines:
          - Good morning, you asked us for the checklist.
          - What made you look for it?
""",
    "Objection": """\
stages:
  offer:
    title: Offer
    purpose: Show what we can do.
    objections:
      too-dear:
        title: It is too dear.
        answer: Let us look at what the delay costs you each month.
        evidence: Calculation of the customer's own figures
""",
    "Outcome": """\
outcomes:
  won: {title: Contract signed, kind: won}
  lost: {title: Lost, kind: lost, reasons: [No budget, Chose a competitor]}
""",
    "HalfProcess": """\
half_processes:
  marketing:
    title: Marketing's half
    step_zero: A form on the website has been filled in.
    stages: [interest, nurturing]
""",
    "Handover": """\
handovers:
  to-sales:
    title: Qualified lead to sales
    from_stage: nurturing
    to_stage: first-contact
    giver: marketer
    receiver: rep
    accept: The firm has 20 to 400 technicians.
    reject: No need is named.
    way_back: nurturing
    within: 1 day
""",
    "ProcessToday": """\
as_is:
  measured: 2026-02-01
  stages:
    calls:
      title: Cold calls
      duration: 3-6 weeks
      conversion: 4%
      findings: Half of the numbers are wrong.
      becomes: first-contact
""",
    "StageToday": """\
as_is:
  stages:
    calls: {title: Cold calls, conversion: 4%, becomes: first-contact}
""",
    "Journey": """\
journey:
  events:
    asks: {title: Sends a request, influence: ours, at: day 0}
    compares: {title: Compares options, influence: none}
""",
    "Event": """\
journey:
  events:
    asks:
      title: Sends a request
      influence: ours
      at: day 0
      actions:
        confirm: {title: Confirm receipt, automated: true}
""",
    "Action": """\
journey:
  events:
    asks:
      title: Sends a request
      influence: ours
      actions:
        call: {title: Call back, responsible: rep}
""",
    "DealStage": """\
deal_stages:
  request-sent: {title: Request sent, event: asks, stage: qualification, probability: 10%}
""",
    "DealTarget": """\
deal_stages:
  offer-received:
    title: Offer received
    event: reads-offer
    target: {deals: 12, value: 48 000 EUR}
""",
    "BuyingCentre": """\
buying_centre:
  centres:
    production: {title: Production, interest: No standstill}
  members:
    plant-manager: {title: Plant manager, centre: production, part: decider}
  cycle:
    compare: {title: Compares two offers, members: plant-manager, duration: 2 weeks}
""",
    "Centre": """\
buying_centre:
  centres:
    production:
      title: Production
      interest: No standstill
      advantages: Spare parts within a day, as our last 200 deliveries show.
""",
    "Member": """\
buying_centre:
  members:
    plant-manager: {title: Plant manager, part: decider, concerns: Who answers at night?}
""",
    "DecisionStep": """\
buying_centre:
  members:
    plant-manager: {title: Plant manager, part: decider}
  cycle:
    compare: {title: Compares two offers, members: plant-manager, duration: 2 weeks}
""",
    "Category": """\
categories:
  internal: {title: Internal, summary: Make daily work more effective.}
""",
    "Technology": """\
technologies:
  deal-plan:
    title: Deal plan
    category: internal
    sales_types: project
    owner: Sales department
    stages: [offer, contract]
    information_goals: Who decides, and when
""",
    "Body": """\
technologies:
  sales-stages:
    title: Stages of selling
    category: internal
    no_stage: It describes them all.
    bodies:
      traditional: Five stages, one call each.
      project: {summary: Seven stages., steps: [Draw the decision cycle, Plan the deal]}
""",
    "Axis": """\
axes:
  counterpart:
    title: Counterpart
    values: {client: Client, distributor: Distributor}
""",
    "Meeting": """\
meetings:
  pipeline:
    title: Pipeline meeting
    cadence: every Monday
    duration: 30 min
    owner: head
    participants: rep
    agenda: [New concerns, Deals that stand still]
""",
    "Term": """\
glossary:
  lead: A possible customer who may or may not be interested.
  qualified-lead: {term: qualified lead, definition: A lead that meets the agreed criteria.}
""",
    "Crm": """\
crm:
  title: Our CRM
  objects:
    contact: {title: Contact, fields: [e-mail, consent to marketing]}
""",
    "CrmObject": """\
crm:
  title: Our CRM
  objects:
    deal: {title: Deal, fields: [value, stage]}
""",
    "Titled": """\
outcomes:
  won: {title: Contract signed, summary: Both sides have signed., kind: won}
""",
}
"""By the name of the class; a part that is missing here makes the reference fail."""
