"""What committee papers say about young people's part, said plainly, with the place."""

from participation.leaflets.content.shapes import Fact, Summary

VOICES = Summary(
    slug="summary-hearing-young-people",
    title="A summary for children and young people",
    intro="Adults in Derby wrote a report about children in care. This is the part about you.",
    audience="12-15",
    text="""
## The main thing
Every child should be safe from harm. Adults should explain this in a way that fits your age and how
you understand.

Most children in care will have seen a video or had a talk at school. It may have been primary or
secondary school. It helps you spot what makes you feel uncomfortable.

!mint If something feels wrong | Tell an adult you trust. It can be someone in your family, a social
  worker or a teacher.

## Who was asked
- 100 young people in the Voices in Action group. Many of them are in care.
- 27 young people from the Children in Care Council.

Adults asked how to change the city's plan, and what is missing from it. They asked how children can
truly take part in meetings about them.

The report says young people should have an active voice. That is when adults make plans and rules.

## Six young people at work
A group of six young people is working on this. Three of them are in care. They write invites to
meetings that young people can relate to.

They also make leaflets better, for children and for parents and carers. People should get these
before the meeting.

## Ideas from young people
- Some would like to be champions: people who know about this and help others. Adults think it is a
  great idea, and they are looking into it.
- A small group has good ideas on how more children can take part in meetings.
- One idea is clear leaflets. They say what this kind of harm is and why adults may be worried.

## A teenager in the room
Adults from different teams meet to plan how to keep young people safe. A teenager has joined them
to speak up for young people's views. The report says this keeps children first in the plans.
""",
    report_title="Children in Care: Protection from Child Sexual Exploitation",
    report_by="Derby City Council, committee report",
    report_parts="1.5 and 4.9 to 4.12",
    facts=(Fact("Date and web address of the report.", "Derby City Council committee papers"),),
)

MEETINGS = Summary(
    slug="summary-taking-part-in-meetings",
    title="Taking part in your meetings: a summary",
    intro="What a report from 2023 says about children who come to their meetings.",
    audience="12-15",
    text="""
## Come and be heard
Children are asked to come to their meetings. They can share what they wish and how they feel. They
can help to shape the plan to keep them safe.

## Early is better
The more a child takes part from the start, the better it goes. So says the report.

!sky Three words from the report | Control. Understanding. A say. Children who take part feel they
  have some of each.

## You don't have to agree
Children do not always agree with the plan. It may not feel like theirs.

But they feel included and listened to. That is why we ask you about both.

## What adults were going to do
The boards that plan this work had changed a lot. Adults wanted to stop doing the same work twice.
They wanted to talk to each other better.

They set a day in July to choose what matters most. It was for the group of adults who plan how to
keep young people safe.

## What Your Turn does with it
After a meeting we ask you if you had control, understanding and a say. We ask if people listened,
and if you agree with the plan.

Then we show the people who plan what young people said. In the report we hide who said what.
""",
    report_title="CRE and Children in Care",
    report_by="Derby City Council, Corporate Parenting Committee, item 07",
    report_date="2023-07-25",
    report_parts="5.2",
    facts=(Fact("Web address of the report.", "Derby City Council committee papers"),),
)

SUMMARIES = (VOICES, MEETINGS)
