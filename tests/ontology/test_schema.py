"""The ontology says what the annotation guide says, and a mistake in it is told with its place."""

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.schema import Schema, load_schema

FILE = Path(__file__).parents[2] / "ontology" / "techpolicy.ttl"

GUIDE = {
    "affiliatedWith": ("Person", "Organization"),
    "appointed": ("Organization", "Person"),
    "visited": ("Agent", "Organization Place Event Product"),
    "metWith": ("Agent", "Agent"),
    "participatedIn": ("Agent", "Event"),
    "hosted": ("Agent", "Event"),
    "heldAt": ("Event", "Place Organization Product"),
    "discussed": ("Agent Event", "Technology Policy"),
    "collaboratesWith": ("Organization", "Organization"),
    "coDevelopedWith": ("Organization", "Organization"),
    "developed": ("Agent", "Product Technology"),
    "coDeveloped": ("Agent", "Product Technology"),
    "unveiled": ("Agent", "Product Technology"),
    "supplied": ("Agent", "Product Organization Technology"),
    "uses": ("Agent Product Policy", "Product Technology"),
    "established": ("Agent", "Organization Product"),
    "formulated": ("Agent", "Policy"),
    "announced": ("Agent", "Policy Product Event"),
    "implements": ("Agent", "Policy"),
    "targets": ("Policy", "Technology Organization"),
    "supports": ("Agent Policy", "Organization Technology Policy Product Person"),
    "selected": ("Agent", "Organization Person Product"),
    "acquired": ("Organization", "Organization Product"),
    "partOf": ("Organization Policy", "Organization Policy"),
    "locatedIn": ("Organization Product", "Place"),
    "inField": ("Product", "Technology"),
}
TYPES = [
    "Person",
    "GovernmentBody",
    "ResearchInstitute",
    "University",
    "Company",
    "Association",
    "InternationalBody",
    "Technology",
    "Product",
    "Policy",
    "Event",
    "Place",
]


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema(FILE)


def test_the_relations_are_those_of_the_guide_in_its_order(schema: Schema) -> None:
    told = {name: (" ".join(rule.domain), " ".join(rule.range)) for name, rule in schema.properties.items()}
    assert told == GUIDE
    assert list(told) == list(GUIDE)


def test_the_entity_types_are_those_of_the_guide(schema: Schema) -> None:
    assert [cls.name for cls in schema.entity_types] == TYPES


def test_symmetric_relations_are_those_that_the_scorer_turns(schema: Schema) -> None:
    assert {name for name, rule in schema.properties.items() if rule.symmetric} == {"metWith", "collaboratesWith", "coDevelopedWith"}


def test_a_happening_is_no_entity_and_an_event_is_no_happening(schema: Schema) -> None:
    assert {"Visit", "CoDevelopment", "Agreement"} <= {cls.name for cls in schema.event_types}
    assert not set(TYPES) & {cls.name for cls in schema.event_types}
    assert {"agent", "partner", "product", "place", "recipient", "topic"} <= set(schema.roles)


@pytest.mark.parametrize(
    ("name", "subject", "object_", "allowed"),
    [
        ("visited", "Person", "ResearchInstitute", True),
        ("visited", "Person", "Technology", False),
        ("visited", "Place", "Person", False),
        ("heldAt", "Event", "Product", True),
        ("partOf", "Company", "Association", True),
        ("partOf", "Policy", "Policy", True),
        ("partOf", "Company", "Policy", False),
        ("partOf", "Policy", "Company", False),
        ("supports", "Policy", "Person", True),
        ("collaboratesWith", "Person", "Company", False),
        ("partner", "CoDevelopment", "Company", True),
        ("partner", "CoDevelopment", "Technology", False),
        ("noSuchThing", "Person", "Person", False),
        ("visited", "NoSuchClass", "Place", False),
    ],
)
def test_what_a_relation_allows(name: str, subject: str, object_: str, *, allowed: bool, schema: Schema) -> None:
    assert schema.allows(name, subject, object_) is allowed


def test_is_a_climbs_and_does_not_descend(schema: Schema) -> None:
    assert schema.is_a("Company", "Agent")
    assert schema.is_a("Company", "Company")
    assert not schema.is_a("Agent", "Company")
    assert not schema.is_a("Technology", "Agent")


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", TYPES)
def test_colours_read_on_light_and_on_dark(name: str, schema: Schema) -> None:
    light = 1.05 / (luminance(schema.classes[name].colour) + 0.05)
    dark = (luminance(schema.classes[name].colour) + 0.05) / (luminance("#111827") + 0.05)
    assert min(light, dark) >= 3, (light, dark)


def test_no_two_types_look_alike(schema: Schema) -> None:
    assert len({cls.colour for cls in schema.entity_types}) == len(TYPES)
    assert all(cls.shape for cls in schema.entity_types)


def edited(tmp_path: Path, old: str, new: str) -> Path:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "techpolicy.ttl"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


ROBOT = """
tp:Robot a owl:Class ; rdfs:subClassOf tp:Product ;
    rdfs:label "로봇"@ko , "Robot"@en ; skos:definition "로봇."@ko , "A robot."@en .
tp:repaired a tp:Relation , owl:ObjectProperty ; schema:domainIncludes tp:Agent ; schema:rangeIncludes tp:Robot ;
    rdfs:label "수리"@ko , "repaired"@en ; skos:definition "고친다."@ko , "Mends it."@en .
"""


def test_a_new_class_and_relation_need_only_the_file(tmp_path: Path) -> None:
    path = tmp_path / "techpolicy.ttl"
    path.write_text(FILE.read_text(encoding="utf-8") + ROBOT, encoding="utf-8")
    schema = load_schema(path)
    robot, product = schema.classes["Robot"], schema.classes["Product"]
    assert (robot.colour, robot.shape, robot.order) == (product.colour, product.shape, product.order)
    assert "Robot" in [cls.name for cls in schema.entity_types]
    assert schema.allows("repaired", "Company", "Robot")
    assert not schema.allows("repaired", "Company", "Product")
    assert schema.allows("developed", "Company", "Robot")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('rdfs:label "방문"@ko , "visited"@en', 'rdfs:label "visited"@en', ["tp:visited", "no rdfs:label in @ko"]),
        ('skos:definition "회사."@ko , "A firm."@en', 'skos:definition "회사."@ko', ["tp:Company", "no skos:definition in @en"]),
        ("domainIncludes tp:Policy ; rdfs:range", "domainIncludes tp:Polcy ; rdfs:range", ["tp:targets", "did you mean Policy?"]),
        ("tp:Person a owl:Class ; rdfs:subClassOf tp:Agent", "tp:Person a owl:Class ; rdfs:subClassOf tp:Agnt", ["tp:Agnt", "mean Agent?"]),
        ("rdfs:subClassOf tp:Entity , prov:Agent", "rdfs:subClassOf tp:Person", ["own superclass", "Agent -> Person -> Agent"]),
        ("tp:unless tp:implements", "tp:unless tp:implement", ["tp:supports", "tp:unless implement", "mean implements?"]),
        ('tp:colour "#d1495b"', 'tp:colour "red"', ["tp:Person", "'red'", "#rrggbb"]),
        ('tp:shape "dot" ; tp:order 1 ;', 'tp:shape "dot" ; tp:order "first" ;', ["tp:Person", "'first'"]),
        (
            "rdfs:domain tp:Policy ; schema:domainIncludes tp:Policy ; rdfs:range tp:Entity",
            "rdfs:range tp:Entity",
            ["tp:targets", "has no domain"],
        ),
    ],
)
def test_a_mistake_is_told_with_file_line_and_term(old: str, new: str, words: list[str], tmp_path: Path) -> None:
    path = edited(tmp_path, old, new)
    with pytest.raises(OntologyError) as told:
        load_schema(path)
    message = str(told.value)
    place, line, _ = message.split(":", 2)
    assert place == str(path)
    term = words[0].removeprefix("tp:") if words[0].startswith("tp:") else "Agent"
    assert f":{term}" in path.read_text(encoding="utf-8").splitlines()[int(line) - 1]
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    ("text", "words"),
    [("tp:a tp:b .", ":1: not Turtle"), ("", ":1: no owl:Ontology"), ("@prefix a: <http://a/> .\n\na:b a:c [", ":3: not Turtle")],
)
def test_a_file_that_is_no_ontology(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=words):
        load_schema(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="does not exist"):
        load_schema(tmp_path / "none.ttl")
