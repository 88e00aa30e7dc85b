"""The package finds its own files in a checkout."""

from fuelcheck.resources import documents_folder, law_folder


def test_the_sentences_of_documents_lie_beside_the_package_in_a_checkout() -> None:
    assert documents_folder().parts[-2:] == ("templates", "documents")
    assert documents_folder().is_dir()


def test_the_shipped_policies_are_found() -> None:
    assert (law_folder("policies") / "yichuan-2024-15.toml").is_file()
