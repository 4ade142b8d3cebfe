from fastapi import APIRouter

router = APIRouter(prefix="/patients")


@router.get("/{patient}")
def patient(patient: int):
    return {"id": patient}
