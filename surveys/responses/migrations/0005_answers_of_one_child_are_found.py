from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("responses", "0004_drawings_and_voice_notes")]

    operations = [
        migrations.AddIndex(
            model_name="response",
            index=models.Index(fields=["counting_key"], name="response_of_one_child"),
        ),
    ]
