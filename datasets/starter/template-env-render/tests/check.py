import os
import re
import shutil
import subprocess
import tempfile

PLACEHOLDER = re.compile(r"\{\{([A-Z][A-Z0-9_]*)(:([^}]*))?\}\}")


def render(template, env):
    """What the script must print, and the names that are missing."""
    values = dict(line.split("=", 1) for line in env.splitlines() if line and not line.startswith("#"))
    missing = {m[1] for m in PLACEHOLDER.finditer(template) if m[2] is None and m[1] not in values}
    return PLACEHOLDER.sub(lambda m: values.get(m[1], "") or m[3] or "", template), missing


def run(template, env):
    """Runs a copy of the script, as nobody, on these texts."""
    assert os.access("/app/render.sh", os.X_OK), "render.sh is not executable"
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        script = os.path.join(folder, "render.sh")
        shutil.copyfile("/app/render.sh", script)
        os.chmod(script, 0o755)
        for name, text in (("a template", template), ("an env", env)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        environment = {"PATH": os.environ["PATH"], "HOST": "from-the-environment", "GHOST": "boo"}
        command = [script, "a template", "an env"]
        return subprocess.run(command, cwd=folder, env=environment, user=65534, group=65534, extra_groups=[], capture_output=True, text=True, timeout=10)


def check(template, env):
    want, missing = render(template, env)
    got = run(template, env)
    if missing:
        assert got.returncode == 3, f"status {got.returncode} for missing {missing}"
        assert got.stdout == "", "output in spite of a missing name"
        for name in missing:
            assert re.search(rf"\b{name}\b", got.stderr), f"{name} is not named on standard error"
    else:
        assert got.returncode == 0, f"status {got.returncode}: {got.stderr}"
        assert got.stdout.rstrip("\n") == want.rstrip("\n"), f"printed {got.stdout!r}, not {want!r}"


site = open("/tests/site.conf.tmpl", encoding="utf-8").read()
prod = open("/tests/prod.env", encoding="utf-8").read()
check(site, prod)
check("a {{A}}{{A}} b {{B_2:x y}} {{C:}} {{A:no}}\n  $A `A` {A} {{a}} {{ A }}\n\n\\n \\1 &\n", "A=1\n")
check("{{A}}|{{B}}|{{C:z}}\n", "A={{B}} && \\1 / $HOME \"q\" 'r' a=b \nB=`id`*\n#C=hidden\nC=  kept  \n")
check("x {{HOST}} {{A:1}} {{GHOST}}\n", "A=\n")
check("x {{HOST:none}}\n", "A=1\nA=\n")
check("{{A}} [{{A:now it is there}}]\n", "A=full\n\n# end\nA=\n")
with open("/app/site.conf", encoding="utf-8") as file:
    assert file.read().rstrip("\n") == render(site, prod)[0].rstrip("\n"), "site.conf"
